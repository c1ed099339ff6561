-- Says whether the directory is whole: every hash has as many fields as its writer counted, and nobody found a part unreadable.
-- KEYS: 1 version, 2 how many fields each hash has, then the hashes, then the lines and their order in turn
-- ARGV: how many hashes
-- Answer: OK and the version, NONE when there is no directory, or DAMAGED and what is wrong
local function damaged(what)
  return { 'DAMAGED', what }
end
local version = redis.pcall('GET', KEYS[1])
if redis.call('EXISTS', unpack(KEYS)) == 0 then
  return { 'NONE' }
end
if type(version) == 'table' or not version then
  return damaged(KEYS[1])
end
if redis.call('TYPE', KEYS[2]).ok ~= 'hash' then
  return damaged(KEYS[2])
end
local found = redis.call('HGET', KEYS[2], 'damaged')
if found then
  return damaged(found)
end
local hashes = tonumber(ARGV[1])
for i = 3, hashes + 2 do
  local has = redis.pcall('HLEN', KEYS[i])
  if type(has) == 'table' or has ~= tonumber(redis.call('HGET', KEYS[2], KEYS[i]) or '0') then
    return damaged(KEYS[i])
  end
end
for i = hashes + 3, #KEYS, 2 do
  local has = redis.pcall('ZCARD', KEYS[i + 1])
  if type(has) == 'table' or has ~= redis.call('HLEN', KEYS[i]) then
    return damaged(KEYS[i + 1])
  end
end
return { 'OK', version }
