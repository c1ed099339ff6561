-- Switches; ex.sip-servers uses their names.
SELECT s.dbid, s.name
  FROM {schema}cfg_switch s
 WHERE s.tenant_dbid = :?tenant AND s.state = 1
