-- A page of the ID map. An id that is no longer there still has its place.
-- KEYS: 1 lines, 2 order
-- ARGV: how many, and where wanted: id after which to begin, its place in the order
local from = 0
if ARGV[2] then
  local there = redis.call('ZSCORE', KEYS[2], ARGV[2])
  if not there then
    redis.call('ZADD', KEYS[2], ARGV[3], ARGV[2])
  end
  from = redis.call('ZRANK', KEYS[2], ARGV[2])
  if there then
    from = from + 1
  else
    redis.call('ZREM', KEYS[2], ARGV[2])
  end
end
local answer = {}
for _, id in ipairs(redis.call('ZRANGE', KEYS[2], from, from + tonumber(ARGV[1]) - 1)) do
  answer[#answer + 1] = id
  answer[#answer + 1] = redis.call('HGET', KEYS[1], id)
end
return answer
