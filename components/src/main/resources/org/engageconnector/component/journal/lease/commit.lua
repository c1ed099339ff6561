-- One change under a lease, all of it or nothing.
-- KEYS: 1 lease record, 2 last commit per lease, 3 bytes per journal, then every key that the changes name by number
-- ARGV: lease value ('' for none), lease name, commit id ('' for none), id of the commit before it, number of the key
--       of the input (0 for none), id of its first entry, number of bounds, (journal, bytes to add, limit)*, change*
-- change: A key journal bytes n field value ...   append to a stream
--         D key journal bytes id                  delete one entry of a stream
--         T key journal bytes n id                delete n entries of a stream, its oldest; one by one, since XTRIM MINID (which
--                                                 6.0 does not have) may leave a node without entries, which no dump should hold
--         S key field value                       set a field of a hash
--         R key field                             remove a field of a hash
--         P key journal bytes field value         set a field of a hash that holds parked entries
--         U key journal bytes field               remove a field of a hash that holds a parked entry
-- Answer: DONE, or AGAIN (this very commit was made before), LOST (the lease is another's), FORGOT (Redis does not know the
--         commit before this one, or has other input now: it has gone back in time), FULL and the journal
if ARGV[1] ~= '' and redis.call('GET', KEYS[1]) ~= ARGV[1] then
  return { 'LOST' }
end
if ARGV[3] ~= '' then
  local last = redis.call('HGET', KEYS[2], ARGV[2]) or ''
  if last == ARGV[3] then
    return { 'AGAIN' }
  end
  if last ~= ARGV[4] then
    return { 'FORGOT' }
  end
end
if ARGV[5] ~= '0' then
  local first = redis.call('XRANGE', KEYS[tonumber(ARGV[5])], '-', '+', 'COUNT', 1)[1]
  if not first or first[1] ~= ARGV[6] then
    return { 'FORGOT' }
  end
end
local i = 8
for _ = 1, tonumber(ARGV[7]) do
  if cost(ARGV[i], tonumber(ARGV[i + 1])) > tonumber(ARGV[i + 2]) then
    return { 'FULL', ARGV[i] }
  end
  i = i + 3
end
local count = #ARGV
while i <= count do
  local change = ARGV[i]
  local key = KEYS[tonumber(ARGV[i + 1])]
  if change == 'A' then
    local last = i + 4 + tonumber(ARGV[i + 4])
    redis.call('XADD', key, '*', unpack(ARGV, i + 5, last))
    redis.call('HINCRBY', KEYS[3], ARGV[i + 2], ARGV[i + 3])
    i = last + 1
  elseif change == 'D' then
    if redis.call('XDEL', key, ARGV[i + 4]) == 1 then
      redis.call('HINCRBY', KEYS[3], ARGV[i + 2], 0 - tonumber(ARGV[i + 3]))
    end
    i = i + 5
  elseif change == 'T' then
    local last = i + 4 + tonumber(ARGV[i + 4])
    redis.call('XDEL', key, unpack(ARGV, i + 5, last))
    redis.call('HINCRBY', KEYS[3], ARGV[i + 2], 0 - tonumber(ARGV[i + 3]))
    i = last + 1
  elseif change == 'S' then
    redis.call('HSET', key, ARGV[i + 2], ARGV[i + 3])
    i = i + 4
  elseif change == 'R' then
    redis.call('HDEL', key, ARGV[i + 2])
    i = i + 3
  elseif change == 'P' then
    if redis.call('HSET', key, ARGV[i + 4], ARGV[i + 5]) == 1 then
      redis.call('HINCRBY', KEYS[3], ARGV[i + 2], ARGV[i + 3])
    end
    i = i + 6
  elseif change == 'U' then
    if redis.call('HDEL', key, ARGV[i + 4]) == 1 then
      redis.call('HINCRBY', KEYS[3], ARGV[i + 2], 0 - tonumber(ARGV[i + 3]))
    end
    i = i + 5
  else
    error('unknown change ' .. change)
  end
end
if ARGV[3] ~= '' then
  redis.call('HSET', KEYS[2], ARGV[2], ARGV[3])
end
return { 'DONE' }
