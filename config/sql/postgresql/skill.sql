-- Skills.
SELECT s.dbid, s.name
  FROM {schema}cfg_skill s
 WHERE s.tenant_dbid = :?tenant AND s.state = 1
