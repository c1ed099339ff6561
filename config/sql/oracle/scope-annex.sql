-- Scope annex: persons whose annex section engage-connector has sync = true.
-- Assumed, not public: object_type 3 = person, top rows have parent_dbid 0.
SELECT DISTINCT o.object_dbid AS person_dbid
  FROM {schema}cfg_flex_prop s
  JOIN {schema}cfg_flex_prop o ON o.parent_dbid = s.dbid AND o.object_dbid = s.object_dbid AND o.object_type = 3
  JOIN {schema}cfg_person p ON p.dbid = o.object_dbid
 WHERE p.tenant_dbid = :?tenant AND s.object_type = 3 AND s.parent_dbid = 0
   AND TRIM(s.prop_name) = 'engage-connector' AND TRIM(o.prop_name) = 'sync' AND LOWER(TRIM(o.prop_value)) = 'true'
