-- Appends Engage frames once: the seen mark and the entry are one step.
-- KEYS: 1 stream, 2 set of partitions, 3 bytes per journal, 4.. highest numbers, bitmaps and marks, named by number
-- ARGV: journal, partition, bytes to add, limit, number of runs,
--       (key of highest, highest known or '', lowest and highest number to be marked in a bitmap or '', 1 when some are too far)*,
--       number of marks sets, (key)*, most marks of a server, lifetime of marks in seconds,
--       entry*: way ('n' never a duplicate, 'b' key bit run number, 'h' key hash), number of fields, field value ...
-- Answer: DONE and the number of duplicates, FULL, or FAR and the highest numbers as they are: judge again, nothing was written
local limit = tonumber(ARGV[4])
local used = tonumber(redis.call('HGET', KEYS[3], ARGV[1]) or '0')
if used + tonumber(ARGV[3]) > limit then
  return { 'FULL' }
end
local runs = tonumber(ARGV[5])
local i = 6
local highest = {}
local known = {}
local wrong = false
for run = 1, runs do
  local now = redis.call('GET', KEYS[tonumber(ARGV[i])]) or ''
  known[run] = now
  if now ~= ARGV[i + 1] then
    if ARGV[i + 4] == '1' then
      wrong = true
    elseif now ~= '' and ARGV[i + 2] ~= '' then
      local top = tonumber(now)
      if tonumber(ARGV[i + 3]) > top + 1000000 or tonumber(ARGV[i + 2]) < top - 1000000 then
        wrong = true
      end
    end
  end
  highest[run] = tonumber(now ~= '' and now or '-1')
  if ARGV[i + 3] ~= '' and tonumber(ARGV[i + 3]) > highest[run] then
    highest[run] = tonumber(ARGV[i + 3])
  end
  i = i + 5
end
if wrong then
  return { 'FAR', known }
end
local firstRun = 6
local sets = tonumber(ARGV[i])
local marks = {}
for n = 1, sets do
  marks[n] = KEYS[tonumber(ARGV[i + n])]
end
i = i + sets + 1
local most = tonumber(ARGV[i])
local life = tonumber(ARGV[i + 1])
i = i + 2
local now = tonumber(redis.call('TIME')[1])
local touched = {}
local duplicates = 0
local skipped = 0
local count = #ARGV
while i <= count do
  local way = ARGV[i]
  local new = true
  if way == 'b' then
    local key = KEYS[tonumber(ARGV[i + 1])]
    new = redis.call('SETBIT', key, ARGV[i + 2], 1) == 0
    touched[key] = true
    i = i + 3
  elseif way == 'h' then
    local key = KEYS[tonumber(ARGV[i + 1])]
    local seen = redis.call('ZSCORE', key, ARGV[i + 2])
    new = not seen or tonumber(seen) <= now
    redis.call('ZADD', key, now + life, ARGV[i + 2])
    i = i + 3
  else
    i = i + 1
  end
  local size = ARGV[i]
  local last = i + 1 + tonumber(ARGV[i + 1])
  if new then
    redis.call('XADD', KEYS[1], '*', unpack(ARGV, i + 2, last))
  else
    duplicates = duplicates + 1
    skipped = skipped + tonumber(size)
  end
  i = last + 1
end
for key, _ in pairs(touched) do
  redis.call('EXPIRE', key, life)
end
for run = 1, runs do
  if highest[run] >= 0 then
    redis.call('SET', KEYS[tonumber(ARGV[firstRun + (run - 1) * 5])], string.format('%.0f', highest[run]), 'EX', life)
  end
end
for n = 1, sets do
  redis.call('ZREMRANGEBYSCORE', marks[n], '-inf', now)
  redis.call('ZREMRANGEBYRANK', marks[n], 0, -(most + 1))
  redis.call('EXPIRE', marks[n], life)
end
redis.call('HINCRBY', KEYS[3], ARGV[1], tonumber(ARGV[3]) - skipped)
redis.call('SADD', KEYS[2], ARGV[2])
return { 'DONE', duplicates }
