-- Everything about one lease record.
-- KEYS: 1 lease record, 2 last ownership number per lease, 3 last commit per lease
-- ARGV: verb, lease value, lease name, lifetime in milliseconds
-- Answer: 1 and the ownership number when taken; 1 or 0 when renewed or given back, or not
local held = redis.call('GET', KEYS[1])
if ARGV[1] == 'take' then
  if held then
    return { 0 }
  end
  redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[4])
  redis.call('HDEL', KEYS[3], ARGV[3])
  -- the time, so that a Redis that has forgotten the last number still gives a higher one
  local time = redis.call('TIME')
  local number = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
  number = math.max(number, tonumber(redis.call('HGET', KEYS[2], ARGV[3]) or '0') + 1)
  redis.call('HSET', KEYS[2], ARGV[3], string.format('%.0f', number))
  return { 1, number }
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
