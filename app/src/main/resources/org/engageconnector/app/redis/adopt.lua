-- Lays aside what a restored Redis remembers of an earlier time, all of it or nothing.
-- KEYS: 1 bytes per journal, 2 facts of the directory, 3 run of config-sync, 4 pulses, then each key to lay aside and its new
--       name in turn
-- ARGV: seconds to keep what was laid aside, number of journals, journal...
local call = redis.call
local moved = 0
for n = 5, #KEYS, 2 do
  if call('EXISTS', KEYS[n]) == 1 then
    call('RENAME', KEYS[n], KEYS[n + 1])
    call('EXPIRE', KEYS[n + 1], ARGV[1])
    moved = moved + 1
  end
end
for n = 3, tonumber(ARGV[2]) + 2 do
  call('HDEL', KEYS[1], ARGV[n], 'real:' .. ARGV[n], 'at:' .. ARGV[n])
end
call('HDEL', KEYS[2], 'ready')
call('HDEL', KEYS[3], 'reconciled', 'compared-up-to')
call('DEL', KEYS[4])
return { moved }
