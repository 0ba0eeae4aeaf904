package io.frontlineservice.server;

import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Adapter;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.tomcat.util.net.SocketEvent;

/**
 * Closes the connection after refusing a request before reading its body. Otherwise
 * Tomcat would first read the body, with a thread that waits for the caller. Called by
 * Tomcat.
 */
final class UnreadBodyAdapter implements Adapter {

	private static final int FIRST_ERROR = 400;

	private final Adapter adapter;

	UnreadBodyAdapter(Adapter adapter) {
		this.adapter = adapter;
	}

	@Override
	public void service(Request request, Response response) throws Exception {
		this.adapter.service(request, response);
		skipUnreadBody(request, response);
	}

	@Override
	public boolean asyncDispatch(Request request, Response response, SocketEvent event) throws Exception {
		boolean handled = this.adapter.asyncDispatch(request, response, event);
		skipUnreadBody(request, response);
		return handled;
	}

	@Override
	public boolean prepare(Request request, Response response) throws Exception {
		return this.adapter.prepare(request, response);
	}

	@Override
	public void log(Request request, Response response, long time) {
		this.adapter.log(request, response, time);
	}

	@Override
	public void checkRecycled(Request request, Response response) {
		this.adapter.checkRecycled(request, response);
	}

	@Override
	public String getDomain() {
		return this.adapter.getDomain();
	}

	private static void skipUnreadBody(Request request, Response response) {
		AtomicBoolean read = new AtomicBoolean();
		request.action(ActionCode.REQUEST_BODY_FULLY_READ, read);
		if (!read.get() && response.getStatus() >= FIRST_ERROR) {
			request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
		}
	}

}
