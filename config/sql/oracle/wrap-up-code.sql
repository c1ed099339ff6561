-- Values of the business attribute that is ex.config-sync.wrap-up-attribute.
-- Assumed, not public: both tables; their columns follow the object model.
SELECT v.dbid, v.name, v.display_name
  FROM {schema}cfg_enumerator_value v
  JOIN {schema}cfg_enumerator e ON e.dbid = v.enumerator_dbid AND e.state = 1
 WHERE e.tenant_dbid = :?tenant AND v.tenant_dbid = :?tenant AND TRIM(e.name) = :?attribute AND v.state = 1
