package io.frontlineservice.twilio;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds out why a signature does not match, by trying the URLs that the request itself
 * claims to have been sent to. It only explains a refusal and never reverses it. Called
 * by {@link SignatureFilter}. Thread-safe.
 */
final class RefusalDiagnosis {

	private static final long SECOND = Duration.ofSeconds(1).toNanos();

	private static final int TRIES_PER_SECOND = 10;

	private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._-]{1,253}(:[0-9]{1,5})?");

	private static final Pattern PREFIX = Pattern.compile("(/[A-Za-z0-9._-]{1,60}){0,4}");

	private final AtomicLong second = new AtomicLong();

	private final AtomicInteger tries = new AtomicInteger();

	private final PublicUrl publicUrl;

	RefusalDiagnosis(PublicUrl publicUrl) {
		this.publicUrl = publicUrl;
	}

	/**
	 * Returns the reason to refuse a request.
	 * @param signatures the verifier that rejected its signature
	 */
	Refusal diagnose(SignatureVerifier signatures, HttpServletRequest request, String parameters, String signature) {
		if (mayTry()) {
			Predicate<List<PublicUrl>> matches = (urls) -> signatures.verify(candidates(urls, request), parameters,
					signature);
			String otherScheme = this.publicUrl.scheme().equals("https") ? "http" : "https";
			if (matches.test(List.of(this.publicUrl.withScheme(otherScheme)))) {
				return Refusal.PUBLIC_URL_SCHEME;
			}
			if (matches.test(withOtherPaths(this.publicUrl, request))) {
				return Refusal.PUBLIC_URL_PATH;
			}
			if (matches.test(claimed(request))) {
				return Refusal.PUBLIC_URL_HOST;
			}
		}
		return signatures.scheme().mismatch();
	}

	/** Limits the diagnosis, so that a flood of forged requests costs little. */
	private boolean mayTry() {
		long second = System.nanoTime() / SECOND;
		if (this.second.getAndSet(second) != second) {
			this.tries.set(0);
		}
		return this.tries.incrementAndGet() <= TRIES_PER_SECOND;
	}

	private static Set<String> candidates(List<PublicUrl> urls, HttpServletRequest request) {
		Set<String> candidates = new LinkedHashSet<>();
		urls.forEach((url) -> candidates.addAll(url.candidates(request.getRequestURI(), request.getQueryString())));
		return candidates;
	}

	private List<PublicUrl> claimed(HttpServletRequest request) {
		List<PublicUrl> claimed = new ArrayList<>();
		for (String header : new String[] { "Host", "X-Forwarded-Host" }) {
			for (String scheme : new String[] { "https", "http" }) {
				PublicUrl url = url(scheme, request.getHeader(header));
				if (url != null) {
					claimed.addAll(withOtherPaths(url, request));
					claimed.add(url.withPath(this.publicUrl.path()));
				}
			}
		}
		return claimed;
	}

	private static List<PublicUrl> withOtherPaths(PublicUrl url, HttpServletRequest request) {
		String prefix = request.getHeader("X-Forwarded-Prefix");
		boolean usable = prefix != null && PREFIX.matcher(prefix).matches();
		return usable ? List.of(url.withPath(""), url.withPath(prefix)) : List.of(url.withPath(""));
	}

	private static @Nullable PublicUrl url(String scheme, @Nullable String host) {
		return (host != null && HOST.matcher(host).matches()) ? PublicUrl.of(scheme + "://" + host) : null;
	}

}
