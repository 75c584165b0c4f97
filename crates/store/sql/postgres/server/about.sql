SELECT
    current_setting('server_version'),
    (SELECT extversion FROM pg_catalog.pg_extension WHERE extname = 'citus'),
    (extract(epoch FROM clock_timestamp()) * 1000000)::bigint
