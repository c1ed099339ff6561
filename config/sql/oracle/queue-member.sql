-- Members of virtual queues: those of the agent groups named in the annex of the queue (section engage-connector, key
-- agent-groups, comma list), else of the agent group named as its alias, else of the one named as its number.
-- Assumed, not public: group_type 5 = agent group, object_type 2 = DN, top rows have parent_dbid 0, cfg_flex_prop.part.
WITH agent_groups AS (
  SELECT g.dbid, TRIM(g.name) AS name
    FROM {schema}cfg_group g
   WHERE g.tenant_dbid = :?tenant AND g.group_type = 5 AND g.state = 1
), queues AS (
  SELECT d.dbid, TRIM(d.name) AS alias, TRIM(d.number_) AS number_
    FROM {schema}cfg_dn d
   WHERE d.tenant_dbid = :?tenant AND d.type = 5 AND d.state = 1
), annex AS (
  SELECT o.object_dbid, LISTAGG(o.prop_value, '') WITHIN GROUP (ORDER BY o.part) AS names
    FROM {schema}cfg_flex_prop s
    JOIN {schema}cfg_flex_prop o ON o.parent_dbid = s.dbid AND o.object_dbid = s.object_dbid AND o.object_type = 2
   WHERE s.object_type = 2 AND s.parent_dbid = 0
     AND TRIM(s.prop_name) = 'engage-connector' AND TRIM(o.prop_name) = 'agent-groups'
   GROUP BY o.object_dbid
), served AS (
  SELECT q.dbid AS vq_dbid, g.dbid AS group_dbid
    FROM queues q
    JOIN annex a ON a.object_dbid = q.dbid
    JOIN agent_groups g ON INSTR(',' || REGEXP_REPLACE(TRIM(a.names), ' *, *', ',') || ',', ',' || g.name || ',') > 0
  UNION
  SELECT q.dbid, COALESCE(by_alias.dbid, by_number.dbid)
    FROM queues q
    LEFT JOIN annex a ON a.object_dbid = q.dbid
    LEFT JOIN agent_groups by_alias ON by_alias.name = q.alias
    LEFT JOIN agent_groups by_number ON by_number.name = q.number_
   WHERE a.object_dbid IS NULL
)
SELECT DISTINCT v.vq_dbid, p.dbid AS person_dbid
  FROM served v
  JOIN {schema}cfg_agent_group m ON m.group_dbid = v.group_dbid
  JOIN {schema}cfg_person p ON p.dbid = m.agent_dbid
 WHERE p.tenant_dbid = :?tenant AND p.is_agent = 2 AND p.state = 1
