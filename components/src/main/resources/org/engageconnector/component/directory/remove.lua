-- Removes one line of the ID map and the aliases that still are its own.
-- KEYS: 1 version, 2 lines, 3 order, 4 alias to id, 5 id to its aliases, 6 how many fields each hash has
-- ARGV: id
local id = ARGV[1]
if redis.call('HDEL', KEYS[2], id) == 0 then
  return { 0 }
end
redis.call('ZREM', KEYS[3], id)
local old = redis.call('HGET', KEYS[5], id)
if old then
  for _, alias in ipairs(cjson.decode(old)) do
    if redis.call('HGET', KEYS[4], alias) == id then
      redis.call('HDEL', KEYS[4], alias)
    end
  end
  redis.call('HDEL', KEYS[5], id)
end
redis.call('HSET', KEYS[6], KEYS[2], redis.call('HLEN', KEYS[2]), KEYS[4], redis.call('HLEN', KEYS[4]))
redis.call('INCR', KEYS[1])
return { 1 }
