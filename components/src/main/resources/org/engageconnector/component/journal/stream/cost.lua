-- Stands before the scripts that append; their KEYS[3] is the bytes per journal.
-- What the journal costs with so many bytes more: as measured, what came since at twice its count (the most that was
-- measured of any Redis), never less than four fifths of its count (Redis stores what entries have in common once)
local function cost(journal, more)
  local known = redis.call('HMGET', KEYS[3], journal, 'real:' .. journal, 'at:' .. journal)
  local count = tonumber(known[1] or '0') + more
  if not known[2] then
    return 2 * count
  end
  return math.max(0.8 * count, tonumber(known[2]) + 2 * math.max(0, count - tonumber(known[3])))
end
