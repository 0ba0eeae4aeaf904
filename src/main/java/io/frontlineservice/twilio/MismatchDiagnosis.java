package io.frontlineservice.twilio;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds out why a signature does not fit, by trying the URLs that the request itself
 * claims to have been sent to. It only explains a refusal; it never undoes one. Called by
 * {@link SignatureFilter}. Thread-safe.
 */
final class MismatchDiagnosis {

	private final SignatureVerifier signatures;

	private final PublicUrl publicUrl;

	MismatchDiagnosis(SignatureVerifier signatures, PublicUrl publicUrl) {
		this.signatures = signatures;
		this.publicUrl = publicUrl;
	}

	Refusal diagnose(HttpServletRequest request, String parameters, String signature) {
		String otherScheme = this.publicUrl.scheme().equals("https") ? "http" : "https";
		if (fits(List.of(this.publicUrl.withScheme(otherScheme)), request, parameters, signature)) {
			return Refusal.PUBLIC_URL_SCHEME;
		}
		if (fits(withOtherPaths(this.publicUrl, request), request, parameters, signature)) {
			return Refusal.PUBLIC_URL_PATH;
		}
		if (fits(claimed(request), request, parameters, signature)) {
			return Refusal.PUBLIC_URL_HOST;
		}
		return Refusal.SIGNATURE_MISMATCH;
	}

	private boolean fits(List<PublicUrl> urls, HttpServletRequest request, String parameters, String signature) {
		Set<String> candidates = new LinkedHashSet<>();
		urls.forEach((url) -> candidates.addAll(url.candidates(request.getRequestURI(), request.getQueryString())));
		return this.signatures.verify(candidates, parameters, signature);
	}

	private List<PublicUrl> claimed(HttpServletRequest request) {
		List<PublicUrl> claimed = new ArrayList<>();
		for (String header : new String[] { "Host", "X-Forwarded-Host" }) {
			for (String scheme : new String[] { "https", "http" }) {
				PublicUrl url = url(scheme, request.getHeader(header));
				if (url != null) {
					claimed.add(url);
					claimed.addAll(withOtherPaths(url, request));
					claimed.add(url.withPath(this.publicUrl.path()));
				}
			}
		}
		return claimed;
	}

	private static List<PublicUrl> withOtherPaths(PublicUrl url, HttpServletRequest request) {
		String prefix = request.getHeader("X-Forwarded-Prefix");
		return List.of(url.withPath(""), url.withPath((prefix != null) ? prefix : ""));
	}

	private static @Nullable PublicUrl url(String scheme, @Nullable String host) {
		try {
			return (host != null) ? PublicUrl.of(scheme + "://" + host) : null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

}
