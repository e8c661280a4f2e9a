module reward { requires java.base; }
