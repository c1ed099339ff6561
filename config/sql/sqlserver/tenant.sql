-- The tenant itself. In every file here the parameter tenant is ex.tenant-id, and the word schema in braces is
-- ex.config-db.schema with a dot, or nothing.
SELECT t.dbid, t.name
  FROM {schema}cfg_tenant t
 WHERE t.dbid = :?tenant AND t.state = 1
