-- Empties the directory, so that config-sync writes it whole; until it says so, nobody reads it.
-- KEYS: 1 version, 2 how many fields each hash has, 3.. all other keys of the directory
-- ARGV: why
local number = redis.pcall('GET', KEYS[1])
if type(number) == 'table' or not tonumber(number or '0') then
  redis.call('DEL', KEYS[1])
end
for i = 2, #KEYS do
  redis.call('DEL', KEYS[i])
end
redis.call('HSET', KEYS[2], 'damaged', ARGV[1])
redis.call('INCR', KEYS[1])
return { 1 }
