package io.frontlineservice.twilio;

import io.frontlineservice.server.RequestBodyFilter;
import io.frontlineservice.twilio.FormParameters.MalformedFormException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Lets no POST through that Twilio did not sign. Stands before every path of the public
 * port; reads the body once, verifies it, and hands on a request whose parameters come
 * from that body alone. Every refusal looks the same from outside.
 */
final class SignatureFilter extends OncePerRequestFilter {

	static final int MAX_BODY = RequestBodyFilter.LARGEST;

	/**
	 * A larger form is refused without looking for the reason, so that forgers cost
	 * little.
	 */
	private static final int MAX_DIAGNOSED = 16 * 1024;

	/** What a refused caller is told. */
	static final String NOT_SIGNED = "This request is not signed by Twilio for this service.";

	private static final String HEADER = "X-Twilio-Signature";

	private final SignatureVerifiers verifiers;

	private final PublicUrl publicUrl;

	private final String accountSid;

	private final RefusalDiagnosis diagnosis;

	private final RefusalReporter refusals;

	private final HandlerExceptionResolver errors;

	SignatureFilter(SignatureVerifiers verifiers, PublicUrl publicUrl, String accountSid, RefusalReporter refusals,
			HandlerExceptionResolver errors) {
		this.verifiers = verifiers;
		this.publicUrl = publicUrl;
		this.accountSid = accountSid;
		this.diagnosis = new RefusalDiagnosis(publicUrl);
		this.refusals = refusals;
		this.errors = errors;
	}

	/** A request that is not a POST has no handler but the one that explains this. */
	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !HttpMethod.POST.matches(request.getMethod());
	}

	/** The body may have arrived later than the header. */
	@Override
	protected boolean shouldNotFilterAsyncDispatch() {
		return false;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		HttpServletRequest verified;
		try {
			verified = verified(request);
		}
		catch (ErrorResponseException ex) {
			this.errors.resolveException(request, response, null, ex);
			return;
		}
		chain.doFilter(verified, response);
	}

	private VerifiedRequest verified(HttpServletRequest request) throws IOException {
		String signature = signature(request);
		SignatureVerifier signatures = verifier(request, signature);
		requireForm(request);
		byte[] body = body(request);
		FormParameters parameters = parameters(body);
		String signedText = parameters.signedText();
		if (!signatures.verify(this.publicUrl.candidates(request.getRequestURI(), request.getQueryString()), signedText,
				signature)) {
			Refusal refusal = (body.length <= MAX_DIAGNOSED)
					? this.diagnosis.diagnose(signatures, request, signedText, signature)
					: signatures.scheme().mismatch();
			throw refused(refusal, signatures.keyId());
		}
		List<String> accounts = parameters.values().getOrDefault("AccountSid", List.of(this.accountSid));
		if (!accounts.stream().allMatch(this.accountSid::equalsIgnoreCase)) {
			throw refused(Refusal.ANOTHER_ACCOUNT, signatures.keyId());
		}
		return new VerifiedRequest(request, body, parameters);
	}

	private String signature(HttpServletRequest request) {
		List<String> signatures = Collections.list(request.getHeaders(HEADER));
		if (signatures.isEmpty()) {
			throw refused(Refusal.MISSING_SIGNATURE, "");
		}
		if (signatures.size() > 1) {
			throw refused(Refusal.MALFORMED_SIGNATURE, "");
		}
		return signatures.get(0);
	}

	private SignatureVerifier verifier(HttpServletRequest request, String signature) {
		try {
			SignatureVerifier verifier = this.verifiers.of(request);
			if (verifier.scheme().isWellFormed(signature)) {
				return verifier;
			}
			throw refused(Refusal.MALFORMED_SIGNATURE, verifier.keyId());
		}
		catch (RequestRefusedException ex) {
			throw refused(ex.refusal(), ex.keyId());
		}
	}

	private static void requireForm(HttpServletRequest request) {
		if (!isForm(request.getContentType()) || request.getHeader("Content-Encoding") != null) {
			throw error(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Frontline sends its callbacks as "
					+ "application/x-www-form-urlencoded, uncompressed. JSON was the callbacks' version 1, which "
					+ "Twilio ended in 2022.");
		}
	}

	private static boolean isForm(@Nullable String contentType) {
		try {
			return contentType != null && MediaType.parseMediaType(contentType)
				.equalsTypeAndSubtype(MediaType.APPLICATION_FORM_URLENCODED);
		}
		catch (InvalidMediaTypeException ex) {
			return false;
		}
	}

	private static byte[] body(HttpServletRequest request) throws IOException {
		if (request.getContentLengthLong() <= MAX_BODY) {
			byte[] body = request.getInputStream().readNBytes(MAX_BODY + 1);
			if (body.length <= MAX_BODY) {
				return body;
			}
		}
		throw error(HttpStatus.CONTENT_TOO_LARGE, "The form is larger than 256 KB.");
	}

	private static FormParameters parameters(byte[] body) {
		try {
			return FormParameters.parse(body);
		}
		catch (MalformedFormException ex) {
			throw error(HttpStatus.BAD_REQUEST, ex.getMessage());
		}
	}

	private ErrorResponseException refused(Refusal refusal, String keyId) {
		this.refusals.report(refusal, keyId);
		return error(HttpStatus.FORBIDDEN, NOT_SIGNED);
	}

	private static ErrorResponseException error(HttpStatus status, @Nullable String detail) {
		ErrorResponseException error = new ErrorResponseException(status);
		error.setDetail(detail);
		return error;
	}

}
