package io.frontlineservice;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A form as Twilio would post it. It has its own implementation of the signature, which
 * shares no code with the service. Immutable.
 */
public final class SignedRequest {

	public static final String ACCOUNT_SID = "AC00000000000000000000000000000000";

	public static final String TOKEN = "0123456789abcdef0123456789abcdef";

	private static final HttpClient CLIENT = HttpClient.newHttpClient();

	private final String publicUrl;

	private final String secret;

	private final String keyId;

	private final List<Entry<String, String>> parameters;

	private SignedRequest(String publicUrl, String secret, String keyId, List<Entry<String, String>> parameters) {
		this.publicUrl = publicUrl;
		this.secret = secret;
		this.keyId = keyId;
		this.parameters = parameters;
	}

	/** An empty form, signed for this URL with {@link #TOKEN}. */
	public static SignedRequest to(String publicUrl) {
		return new SignedRequest(publicUrl, TOKEN, "", List.of());
	}

	public SignedRequest signedBy(String otherToken) {
		return new SignedRequest(this.publicUrl, otherToken, "", this.parameters);
	}

	/** The same form, signed by a shared key with HMAC-SHA256. */
	public SignedRequest signedByKey(String otherKeyId, String otherSecret) {
		return new SignedRequest(this.publicUrl, otherSecret, otherKeyId, this.parameters);
	}

	/** Appends a parameter; a name may occur more than once. */
	public SignedRequest with(String name, String value) {
		List<Entry<String, String>> more = new ArrayList<>(this.parameters);
		more.add(Map.entry(name, value));
		return new SignedRequest(this.publicUrl, this.secret, this.keyId, more);
	}

	public SignedRequest with(Map<String, String> values) {
		List<Entry<String, String>> more = new ArrayList<>(this.parameters);
		more.addAll(values.entrySet());
		return new SignedRequest(this.publicUrl, this.secret, this.keyId, more);
	}

	/** The encoded form. */
	public String body() {
		return this.parameters.stream()
			.map((parameter) -> encode(parameter.getKey()) + "=" + encode(parameter.getValue()))
			.collect(Collectors.joining("&"));
	}

	public String signature() {
		return sign(this.publicUrl, this.parameters, this.keyId.isEmpty() ? "HmacSHA1" : "HmacSHA256", this.secret);
	}

	/** The header that Twilio adds for a shared key; empty for the auth token. */
	public String settings() {
		return this.keyId.isEmpty() ? "" : "key=" + this.keyId + ",algorithm=HMAC_SHA256";
	}

	/**
	 * Posts the signed form to the service or to a proxy.
	 * @param url the URL to post to, which may differ from the URL that is signed
	 * @param headers alternating names and values, in addition to those that Twilio sends
	 */
	public HttpResponse<String> post(String url, String... headers) throws IOException, InterruptedException {
		return CLIENT.send(request(url, headers), BodyHandlers.ofString());
	}

	/** The request that {@link #post} sends, for tests with their own HTTP client. */
	public HttpRequest request(String url, String... headers) {
		HttpRequest.Builder request = unsigned(url, headers).header("X-Twilio-Signature", signature());
		if (!settings().isEmpty()) {
			request.header("X-Twilio-Webhooks-Signature-Settings", settings());
		}
		return request.build();
	}

	/** Posts the form without a signature. */
	public HttpResponse<String> postUnsigned(String url, String... headers) throws IOException, InterruptedException {
		return CLIENT.send(unsigned(url, headers).build(), BodyHandlers.ofString());
	}

	private HttpRequest.Builder unsigned(String url, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
			.timeout(Duration.ofSeconds(20))
			.header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
			.POST(HttpRequest.BodyPublishers.ofString(body()));
		if (headers.length > 0) {
			request.headers(headers);
		}
		return request;
	}

	/** The signature by Twilio's published algorithm. */
	public static String sign(String url, Map<String, String> parameters, String token) {
		return sign(url, List.copyOf(parameters.entrySet()), "HmacSHA1", token);
	}

	/** The signature by the algorithm for shared keys. */
	public static String signByKey(String url, Map<String, String> parameters, String secret) {
		return sign(url, List.copyOf(parameters.entrySet()), "HmacSHA256", secret);
	}

	private static String sign(String url, List<Entry<String, String>> parameters, String algorithm, String secret) {
		String text = parameters.stream()
			.sorted(Entry.<String, String>comparingByKey().thenComparing(Entry.comparingByValue()))
			.distinct()
			.map((parameter) -> parameter.getKey() + parameter.getValue())
			.collect(Collectors.joining("", url, ""));
		return hmac(text, algorithm, secret);
	}

	private static String hmac(String text, String algorithm, String secret) {
		try {
			Mac mac = Mac.getInstance(algorithm);
			mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
			return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
