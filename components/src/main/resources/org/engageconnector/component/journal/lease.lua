-- Everything about one lease record.
-- KEYS: 1 lease record, 2 number of ownerships per lease
-- ARGV: verb, lease value, lease name, lifetime in milliseconds
-- Answer: 1 and the ownership number when taken; 1 or 0 when renewed or given back, or not
local held = redis.call('GET', KEYS[1])
if ARGV[1] == 'take' then
  if held then
    return { 0 }
  end
  redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[4])
  return { 1, redis.call('HINCRBY', KEYS[2], ARGV[3], 1) }
end
if held ~= ARGV[2] then
  return { 0 }
end
if ARGV[1] == 'renew' then
  redis.call('PEXPIRE', KEYS[1], ARGV[4])
else
  redis.call('DEL', KEYS[1])
end
return { 1 }
