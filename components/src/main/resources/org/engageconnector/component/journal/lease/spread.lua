-- Says that an instance lives (or leaves), and who holds what.
-- KEYS: 1 live instances of a group, then the lease record of each partition
-- ARGV: instance, lifetime in milliseconds; 0 to leave
-- Answer: live instances, then the value of each lease record or ''
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
if ARGV[2] == '0' then
  redis.call('ZREM', KEYS[1], ARGV[1])
else
  redis.call('ZADD', KEYS[1], now + tonumber(ARGV[2]), ARGV[1])
end
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
redis.call('PEXPIRE', KEYS[1], 60000)
local holders = {}
for n = 2, #KEYS do
  holders[n - 1] = redis.call('GET', KEYS[n]) or ''
end
return { redis.call('ZRANGE', KEYS[1], 0, -1), holders }
