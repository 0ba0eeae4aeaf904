package io.frontlineservice.twilio.rest;

import com.twilio.http.HttpMethod;
import com.twilio.http.HttpUtility;
import com.twilio.http.Request;
import com.twilio.http.Response;
import com.twilio.http.TwilioRestClient;
import io.frontlineservice.conversation.gateway.TwilioUnavailableException;
import io.frontlineservice.http.OutgoingRequest;
import io.frontlineservice.http.RawResponse;
import io.frontlineservice.http.RequestBody;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * The HTTP client of Twilio's library. It replaces the library's own client, which
 * retries calls, has fixed timeouts and logs phone numbers. Called by the library for
 * {@link TwilioConversations} and {@link AccountAccess}. Thread-safe.
 */
final class ApiClient extends TwilioRestClient {

	/** Credentials are only sent to Twilio, whatever the link to a next page says. */
	private static final String TWILIO = "https://(%s)(\\.[a-z0-9-]+){0,2}\\.twilio\\.com/.*";

	/** The APIs that the service calls. */
	private static final String APIS_OF_SERVICE = "conversations|frontline-api|content|accounts";

	/** The APIs that the doctor calls. */
	static final String APIS_OF_DOCTOR = APIS_OF_SERVICE + "|api|messaging";

	private final Pattern apis;

	private final TwilioTransport transport;

	private final String authorization;

	private final OwnAccount account;

	private final Clock clock;

	ApiClient(TwilioTransport transport, Credentials credentials, OwnAccount account, @Nullable String region,
			@Nullable String edge, Clock clock) {
		this(transport, credentials, account, region, edge, clock, APIS_OF_SERVICE);
	}

	ApiClient(TwilioTransport transport, Credentials credentials, OwnAccount account, @Nullable String region,
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
	 * @throws TwilioErrorException if the response is an error, or names another account
	 * @throws TwilioUnavailableException if there is no response
	 */
	@Override
	public Response request(Request request) {
		request.setRegion(getRegion());
		request.setEdge(getEdge());
		Map<String, String> headers = Map.of(HttpHeaders.AUTHORIZATION, this.authorization, HttpHeaders.ACCEPT,
				"application/json", HttpHeaders.USER_AGENT, HttpUtility.getUserAgentString(List.of(), true));
		RequestBody body = (request.getMethod() != HttpMethod.GET) ? RequestBody.form(form(request)) : null;
		// The library's header X-Twilio-Webhook-Enabled is never sent: Twilio would send
		// webhooks for changes that this service makes.
		RawResponse response = this.transport
			.send(new OutgoingRequest(request.getMethod().toString(), url(request), headers, body));
		if (!response.isSuccess()) {
			throw TwilioErrorException.of(response, this.clock.instant());
		}
		this.account.require(response);
		return new Response(response.body(), response.status());
	}

	/**
	 * Undoes the library's second encoding of a path that {@link Segment} or Twilio has
	 * encoded.
	 */
	private URI url(Request request) {
		String url = request.constructURL().toString();
		int query = (url.indexOf('?') >= 0) ? url.indexOf('?') : url.length();
		String once = url.substring(0, query).replace("%25", "%") + url.substring(query);
		if (!this.apis.matcher(once).matches()) {
			throw new TwilioUnavailableException("Twilio's response links to another server", null);
		}
		return URI.create(once);
	}

	private static List<Map.Entry<String, String>> form(Request request) {
		List<Map.Entry<String, String>> form = new ArrayList<>();
		new TreeMap<>(request.getPostParams())
			.forEach((name, values) -> values.forEach((value) -> form.add(Map.entry(name, value))));
		return form;
	}

}
