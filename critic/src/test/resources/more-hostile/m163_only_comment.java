// I cannot help with that.
