package io.frontlineservice.twilio;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Refuses every POST that Twilio did not sign. Runs before every path of the public port;
 * reads the body once and verifies it. The parameters of a verified request come from
 * that body alone. To the caller all refusals look the same. Thread-safe.
 */
final class SignatureFilter extends OncePerRequestFilter {

	/** Larger bodies are refused without a diagnosis, so that forged ones cost little. */
	private static final int MAX_DIAGNOSED = 16 * 1024;

	/** The answer to a refused request. */
	static final String NOT_SIGNED = "This request is not signed by Twilio for this service.";

	/**
	 * A {@link ProblemDetail} without the path, ready so that forged requests cost
	 * little.
	 */
	private static final byte[] PROBLEM = """
			{"detail":"%s","status":403,"title":"Forbidden"}""".formatted(NOT_SIGNED).getBytes(StandardCharsets.UTF_8);

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

	/** Requests other than POST only reach the handler that answers a wrong method. */
	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !HttpMethod.POST.matches(request.getMethod());
	}

	/** The body may arrive after the headers, in an asynchronous dispatch. */
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
		catch (RequestRefusedException ex) {
			refuse(response, ex);
			return;
		}
		catch (ErrorResponseException ex) {
			this.errors.resolveException(request, response, null, ex);
			return;
		}
		chain.doFilter(verified, response);
	}

	private void refuse(HttpServletResponse response, RequestRefusedException ex) throws IOException {
		this.refusals.report(ex.refusal(), ex.keyId());
		response.setStatus(HttpStatus.FORBIDDEN.value());
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		response.setContentLength(PROBLEM.length);
		response.getOutputStream().write(PROBLEM);
	}

	private VerifiedRequest verified(HttpServletRequest request) throws IOException {
		String signature = signature(request);
		SignatureVerifier signatures = verifier(request, signature);
		FormBody body = FormBody.read(request);
		FormParameters parameters = body.parameters();
		String signedText = parameters.signedText();
		if (!signatures.verify(this.publicUrl.candidates(request.getRequestURI(), request.getQueryString()), signedText,
				signature)) {
			Refusal refusal = (body.bytes().length <= MAX_DIAGNOSED)
					? this.diagnosis.diagnose(signatures, request, signedText, signature)
					: signatures.scheme().mismatch();
			throw new RequestRefusedException(refusal, signatures.keyId());
		}
		List<String> accounts = parameters.values().getOrDefault("AccountSid", List.of(this.accountSid));
		if (!accounts.stream().allMatch(this.accountSid::equalsIgnoreCase)) {
			throw new RequestRefusedException(Refusal.ANOTHER_ACCOUNT, signatures.keyId());
		}
		return new VerifiedRequest(request, body.bytes(), parameters);
	}

	private String signature(HttpServletRequest request) {
		List<String> signatures = Collections.list(request.getHeaders(HEADER));
		if (signatures.isEmpty()) {
			throw new RequestRefusedException(Refusal.MISSING_SIGNATURE);
		}
		if (signatures.size() > 1) {
			throw new RequestRefusedException(Refusal.MALFORMED_SIGNATURE);
		}
		return signatures.get(0);
	}

	private SignatureVerifier verifier(HttpServletRequest request, String signature) {
		SignatureVerifier verifier = this.verifiers.of(request);
		if (!verifier.scheme().isWellFormed(signature)) {
			throw new RequestRefusedException(Refusal.MALFORMED_SIGNATURE, verifier.keyId());
		}
		return verifier;
	}

}
