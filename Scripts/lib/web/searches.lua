-- What wrk asks: every address of a file, one after the other, each thread from a place of its own.
local targets = {}
for line in io.lines(os.getenv("TARGETS")) do
  targets[#targets + 1] = line
end
local place = 0
local threads = 0

function setup(thread)
  thread:set("start", threads * 7919)
  threads = threads + 1
end

function init()
  place = start
end

function request()
  place = place % #targets + 1
  return wrk.format("GET", targets[place])
end

function done(summary, latency)
  local failed = summary.errors.status + summary.errors.read + summary.errors.write + summary.errors.timeout
  io.write(string.format("RESULT %d %d %d %.3f %.3f %d\n", summary.requests, summary.duration,
    summary.bytes, latency:percentile(50) / 1000, latency:percentile(99) / 1000, failed))
end
