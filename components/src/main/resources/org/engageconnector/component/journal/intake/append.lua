-- Appends Engage frames once: the seen mark and the entry are one step.
-- KEYS: 1 stream, 2 set of partitions, 3 bytes per journal, 4.. highest numbers, bitmaps and marks, named by number
-- ARGV: journal, partition, bytes to add, limit,
--       number of runs, (key of highest, highest known or '', lowest and highest number to be marked in a bitmap or '',
--         1 when some are too far)*,
--       number of marks sets, (key)*, most marks of a server, lifetime of marks in seconds,
--       number of templates, (number of fields, bytes of an entry beside its body, field value ... field of the body)*,
--       entry*: template, key of its mark (0: never a duplicate), bit or hash, body
-- Answer: DONE and the number of duplicates, FULL, or FAR and the highest numbers as they are: judge again, nothing was written
local call = redis.call
if cost(ARGV[1], tonumber(ARGV[3])) > tonumber(ARGV[4]) then
  return { 'FULL' }
end
local runs = tonumber(ARGV[5])
local i = 6
local highest = {}
local known = {}
local wrong = false
for run = 1, runs do
  local now = call('GET', KEYS[tonumber(ARGV[i])]) or ''
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
local sets = tonumber(ARGV[i])
local marks = {}
for n = 1, sets do
  marks[ARGV[i + n]] = KEYS[tonumber(ARGV[i + n])]
end
i = i + sets + 1
local most = tonumber(ARGV[i])
local life = tonumber(ARGV[i + 1])
i = i + 2
local templates = {}
local bodyAt = {}
local sizes = {}
local templateCount = tonumber(ARGV[i])
i = i + 1
for n = 1, templateCount do
  local fields = tonumber(ARGV[i])
  local name = tostring(n)
  templates[name] = { 'XADD', KEYS[1], '*', unpack(ARGV, i + 2, i + 1 + fields) }
  bodyAt[name] = fields + 4
  sizes[name] = tonumber(ARGV[i + 1])
  i = i + 2 + fields
end
local now = tonumber(call('TIME')[1])
local bitmaps = {}
local duplicates = 0
local skipped = 0
for at = i, #ARGV, 4 do
  local name = ARGV[at]
  local mark = ARGV[at + 1]
  local new = true
  if mark ~= '0' then
    local set = marks[mark]
    if set then
      local seen = call('ZSCORE', set, ARGV[at + 2])
      new = not seen or tonumber(seen) <= now
      call('ZADD', set, now + life, ARGV[at + 2])
    else
      local bitmap = bitmaps[mark]
      if not bitmap then
        bitmap = KEYS[tonumber(mark)]
        bitmaps[mark] = bitmap
      end
      new = call('SETBIT', bitmap, ARGV[at + 2], 1) == 0
    end
  end
  if new then
    local template = templates[name]
    template[bodyAt[name]] = ARGV[at + 3]
    call(unpack(template))
  else
    duplicates = duplicates + 1
    skipped = skipped + sizes[name] + #ARGV[at + 3]
  end
end
for _, bitmap in pairs(bitmaps) do
  call('EXPIRE', bitmap, life)
end
for run = 1, runs do
  if highest[run] >= 0 then
    call('SET', KEYS[tonumber(ARGV[6 + (run - 1) * 5])], string.format('%.0f', highest[run]), 'EX', life)
  end
end
for _, set in pairs(marks) do
  call('ZREMRANGEBYSCORE', set, '-inf', now)
  call('ZREMRANGEBYRANK', set, 0, -(most + 1))
  call('EXPIRE', set, life)
end
call('HINCRBY', KEYS[3], ARGV[1], tonumber(ARGV[3]) - skipped)
call('SADD', KEYS[2], ARGV[2])
return { 'DONE', duplicates }
