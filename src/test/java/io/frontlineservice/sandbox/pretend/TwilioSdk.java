package io.frontlineservice.sandbox.pretend;

import com.twilio.http.NetworkHttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import com.twilio.http.TwilioRestClient;
import io.frontlineservice.SignedRequest;
import java.net.URI;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.HttpHost;

/**
 * Twilio's own library with the socket of a pretend Twilio. Requests are the same as in
 * production.
 */
final class TwilioSdk {

	private TwilioSdk() {
	}

	static TwilioRestClient client(PretendTwilio twilio) {
		return client(twilio, SignedRequest.ACCOUNT_SID, SignedRequest.TOKEN);
	}

	static TwilioRestClient client(PretendTwilio twilio, String user, String password) {
		URI url = twilio.url();
		HttpHost host = new HttpHost(url.getScheme(), url.getHost(), url.getPort());
		HttpClientBuilder builder = HttpClientBuilder.create()
			.disableAutomaticRetries()
			.setRoutePlanner((target, context) -> new HttpRoute(host));
		return new TwilioRestClient.Builder(user, password).accountSid(SignedRequest.ACCOUNT_SID)
			.httpClient(new NetworkHttpClient(builder) {
				@Override
				public Response reliableRequest(Request request) {
					return makeRequest(request);
				}
			})
			.build();
	}

}
