-- Scope agent-groups=<names>: persons by agent group. Assumed, not public: group_type 5 = agent group.
SELECT m.agent_dbid AS person_dbid, g.name AS group_name
  FROM {schema}cfg_group g
  JOIN {schema}cfg_agent_group m ON m.group_dbid = g.dbid
 WHERE g.tenant_dbid = :?tenant AND g.group_type = 5 AND g.state = 1
