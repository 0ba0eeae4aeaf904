-- Script for wrk, used by run.sh and figures.sh. Replays the requests in the file REQUESTS in a
-- loop, and prints a line for the window and its numbers. A signature of - stands for none.

local requests = {}
local at = 0

function init(args)
  for line in io.lines(os.getenv("REQUESTS")) do
    local path, signature, form = line:match("^(%S+) (%S+) (.*)$")
    requests[#requests + 1] = wrk.format("POST", path, {
      ["Host"] = wrk.headers["Host"],
      ["Content-Type"] = "application/x-www-form-urlencoded",
      ["X-Twilio-Signature"] = signature ~= "-" and signature or nil
    }, form)
  end
  at = tonumber(os.getenv("WINDOW")) * 997 % #requests
end

function request()
  at = at % #requests + 1
  return requests[at]
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format("window %2d: %6.0f requests/s, p99 %6.1f ms, %d not 2xx, %d failed\n",
    tonumber(os.getenv("WINDOW")), summary.requests / summary.duration * 1e6, latency:percentile(99) / 1e3,
    errors.status, errors.connect + errors.read + errors.write + errors.timeout))
  io.write(string.format("numbers: %d %d %d %d %d %d\n", summary.requests, summary.duration, summary.bytes,
    latency:percentile(99), errors.status, errors.connect + errors.read + errors.write + errors.timeout))
end
