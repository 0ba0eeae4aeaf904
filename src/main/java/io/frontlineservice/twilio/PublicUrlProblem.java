package io.frontlineservice.twilio;

import io.frontlineservice.diagnosis.Observation;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.springframework.core.NestedExceptionUtils;

/**
 * A reason why Twilio cannot reach this service by its public URL, with its fix. Found by
 * {@link PublicUrlProbe}.
 */
enum PublicUrlProblem {

	INVALID_URL("this is not a valid URL", "fix frontline.public-url: a host has letters, digits, hyphens and dots"),

	UNKNOWN_HOST("DNS does not know the host", "create a DNS record for the host, or fix frontline.public-url"),

	REFUSED("no server listens there: the connection is refused", "start the proxy or the tunnel, and open its port"),

	TIMEOUT("there is no response in time",
			"allow it in the firewall, and check that the proxy gets a response from this service"),

	TLS("TLS fails", "install a valid certificate for this host in the proxy, with its whole chain"),

	CONNECTION_CLOSED("the connection closes without a response",
			"see the log of the proxy: check that it uses the scheme of frontline.public-url, http or https"),

	REDIRECT("it redirects",
			"set frontline.public-url, and the URLs in Twilio's console, to the target of the redirect"),

	PATH_NOT_FORWARDED("the proxy does not forward /callbacks/", """
			configure the proxy to forward POST /callbacks/...
			if frontline.public-url has a path, configure the proxy to strip it"""),

	PROXY_ONLY("the proxy runs, but does not reach this service",
			"start the service, and check that the proxy forwards to its host and port"),

	CRM_UNAVAILABLE("this service is reached, but its CRM does not answer",
			"see the reason in the log of the service: \"A callback was answered with 503\""),

	LOGIN_REQUIRED("it asks for a login", "allow POST /callbacks/... without a login: it is signed instead"),

	HTML_PAGE("it responds with a page for browsers, such as the notice of a tunnel or a login",
			"turn that page off for POST /callbacks/..., or fix frontline.public-url"),

	FORBIDDEN("a server in front of this service refuses the request",
			"configure the firewall or the proxy to forward POST /callbacks/... and its X-Twilio-Signature"),

	SIGNATURE_REFUSED("the running service refuses our signature", """
			start it with this auth token and this frontline.public-url; the proxy may only strip the path in that URL
			see the reason in its log: "A request was refused\""""),

	KEY_REFUSED("the running service refuses our signature by a shared key", """
			start it with these frontline.twilio.webhook-keys and this frontline.public-url
			see the reason in its log: "A request was refused\""""),

	TOKEN_ACCEPTED("it answers requests that are signed by the auth token, although a shared key is required",
			"start it with frontline.twilio.require-webhook-key: true"),

	UNSIGNED_ACCEPTED("another server is there: it answers unsigned requests, which this service never does",
			"fix frontline.public-url, or the server that the proxy forwards to"),

	ANOTHER_SERVER("another server is there: this is not a response of this service",
			"fix frontline.public-url, or the server that the proxy forwards to"),

	FAILURE("the response is an error", "see the logs of the service and of the proxy");

	private final String seen;

	private final String fix;

	PublicUrlProblem(String seen, String fix) {
		this.seen = seen;
		this.fix = fix;
	}

	/**
	 * Returns this problem for the operator.
	 * @param detail the status or another detail; or empty
	 */
	Observation observation(PublicUrl url, String detail) {
		return Observation.problem(url + ": " + this.seen + (detail.isEmpty() ? "" : " (" + detail + ")"), this.fix);
	}

	/** Returns why there was no response. */
	static PublicUrlProblem of(IOException failure) {
		PublicUrlProblem problem = CONNECTION_CLOSED;
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
				return UNKNOWN_HOST;
			}
			if (cause instanceof HttpTimeoutException) {
				return TIMEOUT;
			}
			if (cause instanceof SSLException) {
				return TLS;
			}
			problem = (cause instanceof ConnectException) ? REFUSED : problem;
		}
		return problem;
	}

	/** Returns the reason of a failure of TLS, which names only certificates. */
	static String detail(IOException failure) {
		String reason = NestedExceptionUtils.getMostSpecificCause(failure).getMessage();
		return (of(failure) == TLS && reason != null) ? reason.strip() : "";
	}

	/** Returns what is wrong with a response to a signed request; empty if nothing is. */
	static Optional<PublicUrlProblem> of(ProbeResponse response) {
		return switch (response.status()) {
			case 301, 302, 303, 307, 308 -> Optional.of(REDIRECT);
			case 502, 503, 504 -> Optional.of(response.isProblemDetail() ? CRM_UNAVAILABLE : PROXY_ONLY);
			case 404, 405 -> Optional.of(PATH_NOT_FORWARDED);
			case 401, 407 -> Optional.of(LOGIN_REQUIRED);
			case 403 ->
				Optional.of(response.isOurRefusal() ? SIGNATURE_REFUSED : response.isPage() ? HTML_PAGE : FORBIDDEN);
			case 200 ->
				response.isOurs() ? Optional.empty() : Optional.of(response.isPage() ? HTML_PAGE : ANOTHER_SERVER);
			default -> Optional.of(response.isPage() && response.status() < 500 ? HTML_PAGE : FAILURE);
		};
	}

}
