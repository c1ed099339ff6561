-- ACD logins of persons. Assumed, not public: cfg_agent_login.switch_dbid and .state.
SELECT i.person_dbid, l.login_code, l.switch_dbid
  FROM {schema}cfg_login_info i
  JOIN {schema}cfg_agent_login l ON l.dbid = i.agent_login_dbid AND l.state = 1
 WHERE l.tenant_dbid = :?tenant
