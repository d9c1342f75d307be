/**
 * Runs functions on AWS Lambda behind API Gateway, function URLs and Application Load Balancers. The only public class is
 * {@link dev.aloft.aws.LambdaEntryPoint}; function authors do not use this package.
 */
@NullMarked
package dev.aloft.aws;

import org.jspecify.annotations.NullMarked;
