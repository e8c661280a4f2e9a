#!/usr/bin/env bash
# Builds the GPU kernel's library where nvcc is found and a source has changed: cuda.sh LIBRARY. Without nvcc, or with
# one that cannot, the build goes on: nothing but --device cuda needs the library, and `guerdon doctor` tells.
set -euo pipefail
library="$1"
main="$(cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")/../main" && pwd)"

find_nvcc() {
  local candidate
  for candidate in "${CUDA_HOME:-}/bin/nvcc" "$(command -v nvcc || true)" /usr/local/cuda/bin/nvcc; do
    if [[ -x "$candidate" ]]; then
      printf '%s' "$candidate"
      return 0
    fi
  done
  return 1
}

nvcc="$(find_nvcc)" || exit 0
if [[ -e "$library" && -z "$(find "$main/cuda" "$main/cpp/kernel.h" "${BASH_SOURCE[0]}" -newer "$library" -print -quit)" ]]; then
  exit 0
fi
mkdir -p -- "$(dirname -- "$library")"
log="$library.log"
# Hopper's code, and what a later GPU's driver translates. As on the CPU, subnormal numbers count as zero.
if "$nvcc" -std=c++17 -O3 -ftz=true -gencode=arch=compute_90,code=sm_90 -gencode=arch=compute_90,code=compute_90 \
  -shared -Xcompiler -fPIC,-fvisibility=hidden -I"$main/cpp" -I"$main/cuda" "$main/cuda/network.cu" -o "$library.new" >"$log" 2>&1; then
  mv -f -- "$library.new" "$library"
  rm -f -- "$log"
  echo "Built the GPU kernel with $nvcc"
else
  rm -f -- "$library" "$library.new"
  echo "The GPU kernel does not compile with $nvcc, so that --device cuda will be missing; see $log"
fi
