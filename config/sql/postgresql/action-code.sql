-- Action codes; where one code is used twice, the not-ready reason (type 9) comes last and wins.
SELECT a.code, a.name
  FROM {schema}cfg_action_code a
 WHERE a.tenant_dbid = :?tenant AND a.state = 1
 ORDER BY CASE WHEN a.type = 9 THEN 1 ELSE 0 END, a.dbid DESC
