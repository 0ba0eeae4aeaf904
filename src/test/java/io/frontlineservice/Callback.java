package io.frontlineservice;

import java.io.IOException;
import java.net.http.HttpResponse;

/**
 * Sends signed requests over HTTP to one callback of a running service, as the Frontline
 * app does. {@link CrmCallback} does so for the CRM callback.
 */
public final class Callback {

	private final int port;

	private final String path;

	private Callback(int port, String path) {
		this.port = port;
		this.path = path;
	}

	public static Callback outgoingConversation(int port) {
		return new Callback(port, "/callbacks/outgoing-conversation");
	}

	public static Callback conversations(int port) {
		return new Callback(port, "/callbacks/conversations");
	}

	public static Callback templates(int port) {
		return new Callback(port, "/callbacks/templates");
	}

	public String url() {
		return "http://localhost:" + this.port + this.path;
	}

	/** The form with these parameters: alternating names and values. */
	public SignedRequest form(String... parameters) {
		SignedRequest form = SignedRequest.to(RunningService.PUBLIC_URL + this.path);
		for (int i = 0; i < parameters.length; i += 2) {
			form = form.with(parameters[i], parameters[i + 1]);
		}
		return form;
	}

	/** Posts a form with these parameters. */
	public HttpResponse<String> post(String... parameters) throws IOException, InterruptedException {
		return form(parameters).post(url());
	}

}
