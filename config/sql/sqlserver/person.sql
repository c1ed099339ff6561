-- Agents, enabled or not: one that is disabled becomes an inactive user.
-- Assumed, not public: the column name email.
SELECT p.dbid, p.tenant_dbid, p.employee_id, p.user_name, p.first_name, p.last_name, p.email, p.place_dbid, p.state
  FROM {schema}cfg_person p
 WHERE p.tenant_dbid = :?tenant AND p.is_agent = 2
