-- What a journal costs, all at one moment.
-- KEYS: 1 bytes per journal, then the journal's streams and its parked entries
-- ARGV: journal
-- Answer: the journal's count, then for each key: what Redis says it costs, nodes with entries, nodes of its radix tree
--         (0 and 0 for what is no stream)
local answer = { tonumber(redis.call('HGET', KEYS[1], ARGV[1]) or '0') }
for n = 2, #KEYS do
  local cost = redis.call('MEMORY', 'USAGE', KEYS[n], 'SAMPLES', '200')
  local leaves = 0
  local nodes = 0
  if cost and redis.call('TYPE', KEYS[n]).ok == 'stream' then
    local facts = redis.call('XINFO', 'STREAM', KEYS[n])
    for i = 1, #facts, 2 do
      if facts[i] == 'radix-tree-keys' then
        leaves = facts[i + 1]
      elseif facts[i] == 'radix-tree-nodes' then
        nodes = facts[i + 1]
      end
    end
  end
  answer[#answer + 1] = cost or 0
  answer[#answer + 1] = leaves
  answer[#answer + 1] = nodes
end
return answer
