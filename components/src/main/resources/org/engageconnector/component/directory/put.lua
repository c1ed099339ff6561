-- Stores one line of the ID map with its aliases.
-- KEYS: 1 version, 2 lines, 3 order, 4 alias to id, 5 id to its aliases, 6 how many fields each hash has
-- ARGV: id, line, when it was synced, place in the order, alias...
-- Answer: 1 when something but the time differs from before, else 0
local id = ARGV[1]
local before = redis.call('HGET', KEYS[2], id)
redis.call('HSET', KEYS[2], id, ARGV[3] .. '\n' .. ARGV[2])
redis.call('ZADD', KEYS[3], ARGV[4], id)
local cut = before and string.find(before, '\n', 1, true)
local changed = not cut or string.sub(before, cut + 1) ~= ARGV[2]
local kept = {}
local list = {}
for i = 5, #ARGV do
  kept[ARGV[i]] = true
  list[#list + 1] = ARGV[i]
  if redis.call('HGET', KEYS[4], ARGV[i]) ~= id then
    redis.call('HSET', KEYS[4], ARGV[i], id)
    changed = true
  end
end
local old = redis.call('HGET', KEYS[5], id)
if old then
  for _, alias in ipairs(cjson.decode(old)) do
    if not kept[alias] and redis.call('HGET', KEYS[4], alias) == id then
      redis.call('HDEL', KEYS[4], alias)
      changed = true
    end
  end
end
if #list > 0 then
  redis.call('HSET', KEYS[5], id, cjson.encode(list))
else
  redis.call('HDEL', KEYS[5], id)
end
redis.call('HSET', KEYS[6], KEYS[2], redis.call('HLEN', KEYS[2]), KEYS[4], redis.call('HLEN', KEYS[4]))
if changed then
  redis.call('INCR', KEYS[1])
  return { 1 }
end
return { 0 }
