#include <dlfcn.h>
#include <stdlib.h>

#include "guerdon.h"

namespace {

// From GL/gl.h and GL/osmesa.h, which need not be installed.
constexpr unsigned kRgba = 0x1908;
constexpr unsigned kUnsignedByte = 0x1401;

struct Canvas {
  void* context;
  void* pixels;
  void (*destroy)(void*);
};

}  // namespace

void* guerdon_loadOsmesa(const char* library) {
  // Never unloaded: Mesa keeps threads and compiled shaders.
  return dlopen(library, RTLD_NOW);
}

void* guerdon_openCanvas(void* osmesa, int width, int height) {
  auto create = reinterpret_cast<void* (*)(unsigned, int, int, int, void*)>(dlsym(osmesa, "OSMesaCreateContextExt"));
  auto current = reinterpret_cast<unsigned char (*)(void*, void*, unsigned, int, int)>(dlsym(osmesa, "OSMesaMakeCurrent"));
  auto destroy = reinterpret_cast<void (*)(void*)>(dlsym(osmesa, "OSMesaDestroyContext"));
  if (!create || !current || !destroy) return nullptr;
  void* context = create(kRgba, 24, 8, 0, nullptr);
  if (!context) return nullptr;
  void* pixels = calloc(static_cast<size_t>(width) * height, 4);
  if (!pixels || !current(context, pixels, kUnsignedByte, width, height)) {
    destroy(context);
    free(pixels);
    return nullptr;
  }
  return new Canvas{context, pixels, destroy};
}

void guerdon_closeCanvas(void* canvas) {
  Canvas* closed = static_cast<Canvas*>(canvas);
  closed->destroy(closed->context);
  free(closed->pixels);
  delete closed;
}
