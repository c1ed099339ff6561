-- Replaces a field, and raises the version when it was something else.
-- KEYS: 1 version, 2 hash, 3 how many fields each hash has
-- ARGV: field, value
if redis.call('HGET', KEYS[2], ARGV[1]) == ARGV[2] then
  return { 0 }
end
redis.call('HSET', KEYS[2], ARGV[1], ARGV[2])
redis.call('HSET', KEYS[3], KEYS[2], redis.call('HLEN', KEYS[2]))
redis.call('INCR', KEYS[1])
return { 1 }
