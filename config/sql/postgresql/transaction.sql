-- The annex of the transaction hybrid_integration; a long value lies in several rows, which are joined in this order.
-- Assumed, not public: cfg_transaction, object_type 16, top rows have parent_dbid 0, cfg_flex_prop.part.
SELECT s.prop_name AS "section", o.prop_name AS "key", o.prop_value AS "value"
  FROM {schema}cfg_transaction t
  JOIN {schema}cfg_flex_prop s ON s.object_dbid = t.dbid AND s.object_type = 16 AND s.parent_dbid = 0
  JOIN {schema}cfg_flex_prop o ON o.parent_dbid = s.dbid AND o.object_dbid = t.dbid AND o.object_type = 16
 WHERE t.tenant_dbid = :?tenant AND TRIM(t.name) = 'hybrid_integration' AND t.state = 1
 ORDER BY s.prop_name, o.prop_name, o.part
