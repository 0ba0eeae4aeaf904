package io.frontlineservice.twilio.rest;

import com.twilio.http.HttpMethod;
import com.twilio.http.HttpUtility;
import com.twilio.http.Request;
import com.twilio.http.Response;
import com.twilio.http.TwilioRestClient;
import io.frontlineservice.conversation.gateway.TwilioUnavailableException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.entity.UrlEncodedFormEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.message.BasicNameValuePair;
import org.jspecify.annotations.Nullable;

/**
 * The client that Twilio's library sends through. In place of the library's own, which
 * repeats calls, has timeouts that cannot be set, and writes numbers into the log. Called
 * by {@link TwilioConversations} and {@link AccountAccess}, by way of the library.
 * Thread-safe.
 */
final class ApiClient extends TwilioRestClient {

	/** Nobody else is told our credentials, whatever a link to a next page says. */
	private static final String TWILIO = "https://(%s)(\\.[a-z0-9-]+){0,2}\\.twilio\\.com/.*";

	/** The APIs that the service has to do with. */
	private static final String APIS_OF_SERVICE = "conversations|frontline-api";

	/** Those that the doctor looks at besides. */
	static final String APIS_OF_DOCTOR = APIS_OF_SERVICE + "|api|messaging";

	private final Pattern apis;

	private final Transport transport;

	private final String authorization;

	private final OwnAccount account;

	private final Clock clock;

	ApiClient(Transport transport, Credentials credentials, OwnAccount account, @Nullable String region,
			@Nullable String edge, Clock clock) {
		this(transport, credentials, account, region, edge, clock, APIS_OF_SERVICE);
	}

	ApiClient(Transport transport, Credentials credentials, OwnAccount account, @Nullable String region,
			@Nullable String edge, Clock clock, String apis) {
		super(new Builder(credentials.username(), "").region(region).edge(edge));
		this.apis = Pattern.compile(TWILIO.formatted(apis));
		this.transport = transport;
		this.authorization = credentials.basic();
		this.account = account;
		this.clock = clock;
	}

	/**
	 * Sends a request once.
	 * @throws TwilioErrorException if the answer is an error, or about another account
	 * @throws TwilioUnavailableException if there is no answer
	 */
	@Override
	public Response request(Request request) {
		request.setRegion(getRegion());
		request.setEdge(getEdge());
		HttpUriRequestBase message = new HttpUriRequestBase(request.getMethod().toString(), url(request));
		message.setHeader(HttpHeaders.AUTHORIZATION, this.authorization);
		message.setHeader(HttpHeaders.ACCEPT, "application/json");
		message.setHeader(HttpHeaders.USER_AGENT, HttpUtility.getUserAgentString(List.of(), true));
		if (request.getMethod() != HttpMethod.GET) {
			message.setEntity(new UrlEncodedFormEntity(form(request), StandardCharsets.UTF_8));
		}
		// The one header of the library's, X-Twilio-Webhook-Enabled, is never to be sent:
		// Twilio would call us for what we did ourselves.
		RawResponse response = this.transport.send(message);
		if (!response.isSuccess()) {
			throw TwilioErrorException.of(response, this.clock.instant());
		}
		this.account.require(response);
		return new Response(response.body(), response.status());
	}

	/**
	 * The library encodes a path that is encoded already, by {@link Segment} or by
	 * Twilio; what it does too much is undone here.
	 */
	private URI url(Request request) {
		String url = request.constructURL().toString();
		int query = (url.indexOf('?') >= 0) ? url.indexOf('?') : url.length();
		String once = url.substring(0, query).replace("%25", "%") + url.substring(query);
		if (!this.apis.matcher(once).matches()) {
			throw new TwilioUnavailableException("Twilio's answer leads to somebody else", null);
		}
		return URI.create(once);
	}

	private static List<NameValuePair> form(Request request) {
		List<NameValuePair> form = new ArrayList<>();
		new TreeMap<>(request.getPostParams())
			.forEach((name, values) -> values.forEach((value) -> form.add(new BasicNameValuePair(name, value))));
		return form;
	}

}
