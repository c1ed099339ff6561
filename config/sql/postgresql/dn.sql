-- Every DN: extensions (1), route points (4), virtual queues (5), and all others, so that a hunt group or a trunk does not look like
-- an outside number. Assumed, not public: the column place_dbid; a site that keeps
-- the place in cfg_place_dn only joins that table here.
SELECT d.dbid, d.number_ AS "number", d.name, d.type, d.switch_dbid, d.place_dbid
  FROM {schema}cfg_dn d
  JOIN {schema}cfg_switch s ON s.dbid = d.switch_dbid AND s.state = 1
 WHERE d.tenant_dbid = :?tenant AND d.state = 1
