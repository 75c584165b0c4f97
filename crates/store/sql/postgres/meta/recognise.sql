-- Whether there is a table `meta` as we make it, and how many tables there are that no extension brought.
SELECT
    (SELECT count(*) = 2 FROM information_schema.columns
     WHERE table_schema = current_schema() AND table_name = 'meta' AND column_name IN ('key', 'value')
         AND data_type = 'text'),
    (SELECT count(*) FROM pg_catalog.pg_class c
     WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
         AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
             WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e'))
