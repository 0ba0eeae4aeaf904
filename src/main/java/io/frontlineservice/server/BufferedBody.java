package io.frontlineservice.server;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayInputStream;

/** A request body that is in memory. Not thread-safe. */
public final class BufferedBody extends ServletInputStream {

	private final ByteArrayInputStream bytes;

	public BufferedBody(byte[] body) {
		this.bytes = new ByteArrayInputStream(body);
	}

	@Override
	public int read() {
		return this.bytes.read();
	}

	@Override
	public int read(byte[] target, int offset, int length) {
		return this.bytes.read(target, offset, length);
	}

	@Override
	public boolean isFinished() {
		return this.bytes.available() == 0;
	}

	@Override
	public boolean isReady() {
		return true;
	}

	@Override
	public void setReadListener(ReadListener listener) {
		throw new UnsupportedOperationException("The body is in memory");
	}

}
