-- Changes a table of config-sync: removals first.
-- KEYS: 1 the table
-- ARGV: number of fields to remove, field..., then field and value in turn
local removals = tonumber(ARGV[1])
for i = 2, removals + 1 do
  redis.call('HDEL', KEYS[1], ARGV[i])
end
for i = removals + 2, #ARGV, 2 do
  redis.call('HSET', KEYS[1], ARGV[i], ARGV[i + 1])
end
return { 1 }
