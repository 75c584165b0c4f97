-- What a connection must not leave to the server's defaults. A commit is on the disk before it is told; a batch reads
-- what was committed before each of its statements, the one behind the lock among them; nothing waits for ever.
SET synchronous_commit = on;
SET default_transaction_isolation = 'read committed';
SET lock_timeout = '5s';
SET statement_timeout = '15s';
SET idle_in_transaction_session_timeout = '10s';
SET jit = off;
SET client_connection_check_interval = '2s';
