-- Levels of agents' skills.
SELECT k.person_dbid, k.skill_dbid, k.level_ AS "level"
  FROM {schema}cfg_skill_level k
  JOIN {schema}cfg_skill s ON s.dbid = k.skill_dbid AND s.state = 1
 WHERE s.tenant_dbid = :?tenant
