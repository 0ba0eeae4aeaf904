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
 * What can stand between Twilio and this service, with how to mend it. Found by
 * {@link PublicUrlExamination}.
 */
enum PublicUrlProblem {

	INVALID_URL("no client can call it", "mend frontline.public-url: a host has letters, digits, hyphens and dots"),

	UNKNOWN_HOST("the name of the host is unknown (DNS)",
			"make a DNS record for the host, or mend frontline.public-url"),

	REFUSED("nothing listens there: the connection is refused", "start the proxy or the tunnel, and open its port"),

	TIMEOUT("there is no answer in time",
			"let the firewall pass it, and see that the proxy gets an answer from this service"),

	TLS("TLS fails", "give the proxy a valid certificate for this host, with its whole chain"),

	CONNECTION_CLOSED("the connection breaks off without an answer",
			"look at the log of the proxy: does it speak the http or https that frontline.public-url says?"),

	REDIRECT("it redirects", "set frontline.public-url, and the URLs in Twilio's console, to where it leads"),

	PATH_NOT_FORWARDED("the proxy does not pass on what is under /callbacks/", """
			have the proxy pass on POST /callbacks/...
			if frontline.public-url has a path, have the proxy strip it"""),

	PROXY_ONLY("the proxy is there, but does not reach this service",
			"start the service, and see that the proxy passes on to its host and port"),

	CRM_UNAVAILABLE("this service is reached, but its CRM does not answer",
			"see why in the log of the service: \"A callback was answered with 503\""),

	LOGIN_REQUIRED("it asks for a login", "let POST /callbacks/... in without one: it is signed instead"),

	HTML_PAGE("a page for browsers is in the way: the notice of a tunnel, or a login",
			"have that page left out for POST /callbacks/..., or mend frontline.public-url"),

	FORBIDDEN("something before this service refuses",
			"let the firewall or the proxy pass on POST /callbacks/... and its X-Twilio-Signature"),

	SIGNATURE_REFUSED("the running service refuses our signature", """
			start it with this auth token and this frontline.public-url; have the proxy change no path but that
			see in its log what does not fit: "A request was refused\""""),

	KEY_REFUSED("the running service refuses our signature by a shared key", """
			start it with these frontline.twilio.webhook-keys and this frontline.public-url
			see in its log what does not fit: "A request was refused\""""),

	TOKEN_ACCEPTED("it answers what is signed by the auth token, though a shared key is required",
			"start it with frontline.twilio.require-webhook-key: true"),

	UNSIGNED_ACCEPTED("it answers unsigned requests: another server, or one that does not verify",
			"mend frontline.public-url, or where the proxy passes on to: this service always verifies"),

	ANOTHER_SERVER("the answer is not this service's",
			"mend frontline.public-url, or where the proxy passes on to: another server is there"),

	FAILURE("the answer is an error", "look at the log of the service, and of the proxy");

	private final String seen;

	private final String fix;

	PublicUrlProblem(String seen, String fix) {
		this.seen = seen;
		this.fix = fix;
	}

	/**
	 * What the operator is told.
	 * @param detail what tells this one from others of its kind; or empty
	 */
	Observation observation(PublicUrl url, String detail) {
		return Observation.problem(url + ": " + this.seen + (detail.isEmpty() ? "" : " (" + detail + ")"), this.fix);
	}

	/** Why there was no answer. */
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

	/** What tells that failure of TLS from others: it names nothing but certificates. */
	static String detail(IOException failure) {
		String reason = NestedExceptionUtils.getMostSpecificCause(failure).getMessage();
		return (of(failure) == TLS && reason != null) ? reason.strip() : "";
	}

	/** What is wrong with the answer to a signed request; empty if it is ours. */
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
