-- A transaction that sees one moment. It locks nothing, so who reads in it may take their time between two pages.
BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
SET LOCAL idle_in_transaction_session_timeout = '10min';
