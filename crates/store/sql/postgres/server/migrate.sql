-- One node makes the tables while the others wait for it.
BEGIN;
SET LOCAL lock_timeout = '60s';
SET LOCAL statement_timeout = '120s';
SET LOCAL idle_in_transaction_session_timeout = '60s';
