#include <stdio.h>
#include <string.h>

#include "guerdon.h"

namespace {

constexpr int kTextSize = 2048;

// One text a thread: an error belongs to the call that raised it, and no Java exception may cross MuJoCo's frames.
thread_local char pending[kTextSize];
thread_local char taken[kTextSize];
thread_local bool raised = false;

void keep(const mjLogMessage* message) {
  // Later errors are consequences: MuJoCo goes on after a handler that returns.
  if (message->level != mjLOG_ERROR || raised) return;
  raised = true;
  if (message->func && message->func[0]) {
    snprintf(pending, kTextSize, "%s: %s", message->func, message->subject);
  } else {
    snprintf(pending, kTextSize, "%s", message->subject);
  }
}

}  // namespace

void guerdon_installHandlers() {
  mjLogConfig config = mju_getLogConfig();
  config.logto_console = false;
  config.logto_file = false;
  mju_setLogConfig(config);
  mju_setLogHandler(keep);
}

const char* guerdon_takeError() {
  if (!raised) return nullptr;
  raised = false;
  memcpy(taken, pending, kTextSize);
  return taken;
}
