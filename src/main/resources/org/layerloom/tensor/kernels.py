class Kernels(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  _is_full_backward_hook : Optional[bool]
  def dtype_of(self: __torch__.Kernels, x: Tensor) -> int:
    return ops.prim.dtype(x)
  def clone(self: __torch__.Kernels, x: Tensor) -> Tensor:
    return torch.clone(x)
  def contiguous(self: __torch__.Kernels, x: Tensor) -> Tensor:
    return torch.contiguous(x)
  def to_dtype(self: __torch__.Kernels, x: Tensor, dtype: int) -> Tensor:
    return torch.to(x, dtype)
  def to_device(self: __torch__.Kernels, x: Tensor, device: str) -> Tensor:
    return torch.to(x, torch.device(device))
  def to_host(self: __torch__.Kernels, x: Tensor, dtype: int) -> Tensor:
    return torch.contiguous(torch.to(torch.to(x, torch.device("cpu")), dtype))
  def reinterpret(self: __torch__.Kernels, x: Tensor, dtype: int) -> Tensor:
    return torch.view_copy(x, dtype=dtype)
  def from_file(self: __torch__.Kernels, path: str, count: int, dtype: int) -> Tensor:
    return torch.from_file(path, False, count, dtype=dtype)
  def piece(self: __torch__.Kernels, flat: Tensor, start: int, count: int, shape: List[int]) -> Tensor:
    return torch.view(torch.narrow(flat, 0, start, count), shape)
  def full(self: __torch__.Kernels, shape: List[int], value: float, dtype: int, device: str) -> Tensor:
    return torch.full(shape, value, dtype=dtype, device=torch.device(device))
  def randn(self: __torch__.Kernels, shape: List[int], seed: int, device: str) -> Tensor:
    g = torch.Generator(device=torch.device("cpu"))
    g0 = torch.manual_seed(g, seed)
    return torch.to(torch.randn(shape, generator=g0, dtype=6), torch.device(device))
  def add(self: __torch__.Kernels, x: Tensor, y: Tensor) -> Tensor:
    return torch.add(x, y)
  def add_scalar(self: __torch__.Kernels, x: Tensor, y: float) -> Tensor:
    return torch.add(x, y)
  def sub(self: __torch__.Kernels, x: Tensor, y: Tensor) -> Tensor:
    return torch.sub(x, y)
  def mul(self: __torch__.Kernels, x: Tensor, y: Tensor) -> Tensor:
    return torch.mul(x, y)
  def mul_scalar(self: __torch__.Kernels, x: Tensor, y: float) -> Tensor:
    return torch.mul(x, y)
  def div(self: __torch__.Kernels, x: Tensor, y: Tensor) -> Tensor:
    return torch.div(x, y)
  def div_scalar(self: __torch__.Kernels, x: Tensor, y: float) -> Tensor:
    return torch.div(x, y)
  def matmul(self: __torch__.Kernels, x: Tensor, y: Tensor) -> Tensor:
    return torch.matmul(x, y)
  def pow_scalar(self: __torch__.Kernels, x: Tensor, y: float) -> Tensor:
    return torch.pow(x, y)
  def sqrt(self: __torch__.Kernels, x: Tensor) -> Tensor:
    return torch.sqrt(x)
  def exp(self: __torch__.Kernels, x: Tensor) -> Tensor:
    return torch.exp(x)
  def log(self: __torch__.Kernels, x: Tensor) -> Tensor:
    return torch.log(x)
  def largest(self: __torch__.Kernels, x: Tensor) -> Tensor:
    return torch.max(x)
  def smallest(self: __torch__.Kernels, x: Tensor) -> Tensor:
    return torch.min(x)
  def sin(self: __torch__.Kernels, x: Tensor) -> Tensor:
    return torch.sin(x)
  def cos(self: __torch__.Kernels, x: Tensor) -> Tensor:
    return torch.cos(x)
  def round(self: __torch__.Kernels, x: Tensor) -> Tensor:
    return torch.round(x)
  def floor(self: __torch__.Kernels, x: Tensor) -> Tensor:
    return torch.floor(x)
  def sigmoid(self: __torch__.Kernels, x: Tensor) -> Tensor:
    return torch.sigmoid(x)
  def clip(self: __torch__.Kernels, x: Tensor, low: float, high: float) -> Tensor:
    return torch.clamp(x, low, high)
  def softmax(self: __torch__.Kernels, x: Tensor, dim: int) -> Tensor:
    return torch.softmax(x, dim)
  def sum(self: __torch__.Kernels, x: Tensor, dims: List[int], keep: bool) -> Tensor:
    return torch.sum(x, dims, keep)
  def mean(self: __torch__.Kernels, x: Tensor, dims: List[int], keep: bool) -> Tensor:
    return torch.mean(x, dims, keep)
  def reshape(self: __torch__.Kernels, x: Tensor, shape: List[int]) -> Tensor:
    return torch.reshape(x, shape)
  def permute(self: __torch__.Kernels, x: Tensor, dims: List[int]) -> Tensor:
    return torch.permute(x, dims)
  def expand(self: __torch__.Kernels, x: Tensor, shape: List[int]) -> Tensor:
    return torch.expand(x, shape)
  def slice(self: __torch__.Kernels, x: Tensor, dim: int, start: int, end: int) -> Tensor:
    return torch.slice(x, dim, start, end, 1)
  def chunk(self: __torch__.Kernels, x: Tensor, n: int, dim: int) -> List[Tensor]:
    return torch.chunk(x, n, dim)
  def concat(self: __torch__.Kernels, xs: List[Tensor], dim: int) -> Tensor:
    return torch.cat(xs, dim)
  def stack(self: __torch__.Kernels, xs: List[Tensor], dim: int) -> Tensor:
    return torch.stack(xs, dim)
  def gather_rows(self: __torch__.Kernels, x: Tensor, dim: int, ids: Tensor) -> Tensor:
    return torch.index_select(x, dim, ids)
  def scatter_rows(self: __torch__.Kernels, x: Tensor, dim: int, ids: Tensor, rows: Tensor) -> Tensor:
    return torch.index_copy(x, dim, ids, rows)
  def flip(self: __torch__.Kernels, x: Tensor, dim: int) -> Tensor:
    return torch.flip(x, [dim])
  def rotate90(self: __torch__.Kernels, x: Tensor, times: int) -> Tensor:
    return torch.rot90(x, times, [-2, -1])
  def median(self: __torch__.Kernels, x: Tensor, dim: int) -> Tensor:
    values, indices = torch.median(x, dim)
    return values
  def linear(self: __torch__.Kernels, x: Tensor, w: Tensor, b: Tensor) -> Tensor:
    return torch.linear(x, w, b)
  def linear_unbiased(self: __torch__.Kernels, x: Tensor, w: Tensor) -> Tensor:
    return torch.linear(x, w)
  def to_type_of(self: __torch__.Kernels, x: Tensor, like: Tensor) -> Tensor:
    return torch.to(x, ops.prim.dtype(like))
  def to_type_of_scaled(self: __torch__.Kernels, x: Tensor, like: Tensor, scale: Tensor) -> Tensor:
    return torch.mul(torch.to(x, ops.prim.dtype(like)), scale)
  def quantize_rows(self: __torch__.Kernels, x: Tensor) -> List[Tensor]:
    x0 = torch.to(x, 6)
    largest = torch.amax(torch.abs(x0), [-1], True)
    scale = torch.to(torch.to(torch.clamp_min(torch.div(largest, 127.), 1e-30), 15), 6)
    values = torch.clamp(torch.round(torch.div(x0, scale)), -127., 127.)
    return [torch.to(values, 1), scale]
  def attention(self: __torch__.Kernels, q: Tensor, k: Tensor, v: Tensor) -> Tensor:
    return torch.scaled_dot_product_attention(q, k, v)
  def attention_masked(self: __torch__.Kernels, q: Tensor, k: Tensor, v: Tensor, mask: Tensor, scale: float) -> Tensor:
    return torch.scaled_dot_product_attention(q, k, v, mask, 0., False, scale=scale)
  def rms_norm(self: __torch__.Kernels, x: Tensor, w: Tensor, eps: float) -> Tensor:
    x0 = torch.to(x, 6)
    variance = torch.mean(torch.mul(x0, x0), [-1], True)
    n = torch.mul(x0, torch.rsqrt(torch.add(variance, eps)))
    return torch.mul(torch.to(n, ops.prim.dtype(w)), w)
  def layer_norm(self: __torch__.Kernels, x: Tensor, width: int, eps: float) -> Tensor:
    return torch.layer_norm(x, [width], None, None, eps)
  def layer_norm_affine(self: __torch__.Kernels, x: Tensor, w: Tensor, b: Tensor, width: int, eps: float) -> Tensor:
    return torch.layer_norm(x, [width], w, b, eps)
  def group_norm(self: __torch__.Kernels, x: Tensor, groups: int, w: Tensor, b: Tensor, eps: float) -> Tensor:
    return torch.group_norm(x, groups, w, b, eps)
  def silu(self: __torch__.Kernels, x: Tensor) -> Tensor:
    return torch.silu(x)
  def gelu(self: __torch__.Kernels, x: Tensor, approximate: str) -> Tensor:
    return torch.gelu(x, approximate=approximate)
  def quick_gelu(self: __torch__.Kernels, x: Tensor) -> Tensor:
    return torch.mul(x, torch.sigmoid(torch.mul(x, 1.702)))
  def modulate(self: __torch__.Kernels, x: Tensor, shift: Tensor, scale: Tensor, width: int, eps: float) -> Tensor:
    return torch.add(torch.mul(torch.layer_norm(x, [width], None, None, eps), torch.add(scale, 1)), shift)
  def gated(self: __torch__.Kernels, x: Tensor, gate: Tensor, y: Tensor) -> Tensor:
    return torch.add(x, torch.mul(gate, y))
  def rope(self: __torch__.Kernels, x: Tensor, c: Tensor, s: Tensor) -> Tensor:
    pairs = torch.unflatten(torch.to(x, 6), -1, [-1, 2])
    even, odd, = torch.unbind(pairs, -1)
    turned = torch.flatten(torch.stack([torch.neg(odd), even], -1), -2, -1)
    out = torch.add(torch.mul(torch.to(x, 6), c), torch.mul(turned, s))
    return torch.to(out, ops.prim.dtype(x))
  def embedding(self: __torch__.Kernels, ids: Tensor, table: Tensor) -> Tensor:
    return torch.embedding(table, ids)
  def conv2d(self: __torch__.Kernels, x: Tensor, w: Tensor, b: Tensor, stride: int, padding: int) -> Tensor:
    return torch.conv2d(x, w, b, [stride, stride], [padding, padding])
  def conv2d_unbiased(self: __torch__.Kernels, x: Tensor, w: Tensor, stride: int, padding: int) -> Tensor:
    return torch.conv2d(x, w, None, [stride, stride], [padding, padding])
  def pad(self: __torch__.Kernels, x: Tensor, widths: List[int], mode: str) -> Tensor:
    return torch.pad(x, widths, mode)
  def upsample_nearest(self: __torch__.Kernels, x: Tensor) -> Tensor:
    return torch.upsample_nearest2d(x, None, [2., 2.])
  def resize_bilinear(self: __torch__.Kernels, x: Tensor, height: int, width: int) -> Tensor:
    return torch.upsample_bilinear2d(x, [height, width], False)
  def pixel_shuffle(self: __torch__.Kernels, x: Tensor, factor: int) -> Tensor:
    return torch.pixel_shuffle(x, factor)
  def pixel_unshuffle(self: __torch__.Kernels, x: Tensor, factor: int) -> Tensor:
    return torch.pixel_unshuffle(x, factor)
